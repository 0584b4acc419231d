package dev.quartet.app.flow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.quartet.app.recording.Party;

/**
 * Lays a flow out as a sequence diagram.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param lanes who takes part
 * @param arrows what is sent
 */
record Diagram(int width, int height, List<Lane> lanes, List<Arrow> arrows) {

	private static final int FIRST_LANE = 84;

	private static final int BETWEEN_LANES = 204;

	private static final int MARGIN = 84;

	private static final int HEAD = 56;

	private static final int ROW = 98;

	private static final int FIRST_LINE = 34;

	private static final int SECOND_LINE = 80;

	/** Keeps arrows off the lifelines. */
	private static final int GAP = 4;

	private static final int LONGEST_PATH = 25;

	static Diagram of(List<MessageView> messages) {
		Map<Party, Integer> places = new EnumMap<>(Party.class);
		List<Lane> lanes = new ArrayList<>();
		for (Party party : Party.values()) {
			int x = FIRST_LANE + lanes.size() * BETWEEN_LANES;
			places.put(party, x);
			lanes.add(new Lane(party, x));
		}
		List<Arrow> arrows = messages.stream().map((message) -> arrow(places, message)).toList();
		int width = FIRST_LANE + (lanes.size() - 1) * BETWEEN_LANES + MARGIN;
		return new Diagram(width, HEAD + Math.max(1, messages.size()) * ROW + GAP, List.copyOf(lanes), arrows);
	}

	private static Arrow arrow(Map<Party, Integer> places, MessageView message) {
		int top = HEAD + (message.number() - 1) * ROW;
		int from = at(places, message.from());
		int to = at(places, message.message().to());
		if (!message.message().front()) {
			return new Arrow(message, top, from, top + FIRST_LINE,
					List.of(line(from, to, top + FIRST_LINE, false), line(to, from, top + SECOND_LINE, true)));
		}
		// What goes through the browser is an answer first, and then a request.
		int browser = at(places, Party.BROWSER);
		return new Arrow(message, top, browser, top + SECOND_LINE,
				List.of(line(browser, to, top + SECOND_LINE, false), line(from, browser, top + FIRST_LINE, true)));
	}

	private static int at(Map<Party, Integer> places, Party party) {
		return places.getOrDefault(party, FIRST_LANE);
	}

	private static Line line(int from, int to, int y, boolean answer) {
		int sign = Integer.signum(to - from);
		int end = to - sign * GAP;
		String head = "M%d %d l%d -5 v10 z".formatted(end, y, -sign * 9);
		return new Line(from + sign * GAP, end - sign * 7, y, (from + to) / 2, y - 8, answer, head);
	}

	/** Is somebody who takes part. */
	record Lane(Party party, int x) {

		public int left() {
			return this.x - 70;
		}

	}

	/**
	 * Is a message with its answer.
	 *
	 * @param top where it begins
	 * @param x where its number stands
	 * @param y where its number stands
	 * @param lines the request, then what comes with it
	 */
	record Arrow(MessageView message, int top, int x, int y, List<Line> lines) {

		public Line request() {
			return this.lines.get(0);
		}

		public Line other() {
			return this.lines.get(1);
		}

		/** Method and path, as far as they fit. */
		public String line() {
			String line = this.message.message().method() + " " + this.message.path();
			return (line.length() <= LONGEST_PATH) ? line : line.substring(0, LONGEST_PATH - 1) + "…";
		}

	}

	/**
	 * Is one arrow.
	 *
	 * @param textX the middle of its label
	 * @param textY the foot of its label
	 * @param answer whether it is drawn with dashes
	 * @param head the outline of its tip
	 */
	record Line(int x1, int x2, int y, int textX, int textY, boolean answer, String head) {
	}

}
