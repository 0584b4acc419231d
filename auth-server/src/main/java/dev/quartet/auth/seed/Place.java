package dev.quartet.auth.seed;

import org.yaml.snakeyaml.error.Mark;

/** Points at a line and a column of a seed file, both counted from one. */
record Place(String file, int line, int column) {

	static Place of(String file, Mark mark) {
		return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
	}

	@Override
	public String toString() {
		return this.file + ":" + this.line + ":" + this.column;
	}

}
