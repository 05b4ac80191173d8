package org.isonomia.adapters.http.pages;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a square of dark and light that cameras read, with the light edge that they need around it.
 *
 * @param size how many units it is wide and high
 * @param path the dark units, as the path of an SVG
 */
public record QrPicture(int size, String path) {

    private static final int EDGE = 4;

    /** The picture of a text. */
    public static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int begin = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > begin) {
                    path.append('M')
                            .append(begin + EDGE)
                            .append(' ')
                            .append(y + EDGE)
                            .append('h')
                            .append(x - begin);
                    path.append("v1h-").append(x - begin).append('z');
                }
            }
        }
        return new QrPicture(code.size + 2 * EDGE, path.toString());
    }
}
