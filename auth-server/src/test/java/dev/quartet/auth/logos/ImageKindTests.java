package dev.quartet.auth.logos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what is a picture, by nothing but its bytes. */
class ImageKindTests {

	@ParameterizedTest
	@CsvSource({ "png, PNG", "jpg, JPEG", "gif, GIF" })
	void knowsAPictureByItsBytes(String format, ImageKind kind) {
		assertThat(ImageKind.of(Pictures.draw(format, 48, 31))).contains(kind);
		assertThat(ImageKind.of(Pictures.draw(format, 2048, 1))).contains(kind);
	}

	@Test
	void knowsEachWebp() {
		assertThat(ImageKind.of(Pictures.LOSSY_WEBP)).contains(ImageKind.WEBP);
		assertThat(ImageKind.of(Pictures.LOSSLESS_WEBP)).contains(ImageKind.WEBP);
		assertThat(ImageKind.of(extended(512))).contains(ImageKind.WEBP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif" })
	void refusesWhatIsSmallToFetchAndLargeToShow(String format) {
		assertThat(ImageKind.of(Pictures.draw(format, 2049, 1))).isEmpty();
		assertThat(ImageKind.of(Pictures.draw(format, 1, 2049))).isEmpty();
		assertThat(ImageKind.of(extended(2049))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GIF89a", "RIFF\0\0\0\0WEBP", "RIFF\0\0\0\0WEBPVP8 ", "BM",
			"<svg xmlns='http://www.w3.org/2000/svg'/>", "<?xml version='1.0'?><svg/>", "<!doctype html><p>PNG",
			" \u0089PNG\r\n\u001a\n", "%PDF-1.7" })
	void refusesWhatIsNoPicture(String text) {
		assertThat(ImageKind.of(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "gif" })
	void refusesOneThatEndsBeforeItSaysHowLargeItIs(String format) {
		byte[] picture = Pictures.draw(format, 48, 48);
		for (int length = 0; length < 8; length++) {
			assertThat(ImageKind.of(Arrays.copyOf(picture, length))).isEmpty();
		}
	}

	@Test
	void refusesAJpegWithoutAFrame() {
		byte[] endless = new byte[64 * 1024];
		Arrays.fill(endless, (byte) 0xff);
		endless[1] = (byte) 0xd8;
		assertThat(ImageKind.of(endless)).isEmpty();
	}

	private static byte[] extended(int side) {
		byte[] picture = new byte[30];
		byte[] head = "RIFF\0\0\0\0WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1);
		System.arraycopy(head, 0, picture, 0, head.length);
		picture[24] = (byte) (side - 1);
		picture[25] = (byte) ((side - 1) >> 8);
		return picture;
	}

}
