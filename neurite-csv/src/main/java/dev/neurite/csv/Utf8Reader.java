package dev.neurite.csv;

import dev.neurite.table.DataFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8 strictly: a byte that does not belong ends the reading with its line and place.
///
/// A byte order mark at the start is left out.
final class Utf8Reader extends Reader {
    private final String name;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer chars = CharBuffer.allocate(1 << 16).flip();
    private long bytesBefore; // bytes of the file before the buffer
    private long lines; // line ends before the buffer
    private boolean started;
    private boolean ended;

    Utf8Reader(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            decode();
            if (!chars.hasRemaining()) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
        int count = Math.min(length, chars.remaining());
        chars.get(to, offset, count);
        return count;
    }

    private void decode() {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        if (result.isError() && !chars.hasRemaining()) {
            throw malformed();
        }
    }

    /// Moves the unread bytes to the front and reads more behind them.
    private void fill() throws IOException {
        for (int i = 0; i < bytes.position(); i++) {
            lines += bytes.get(i) == '\n' ? 1 : 0;
        }
        bytesBefore += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        if (!started && (ended || bytes.remaining() >= 3)) {
            started = true;
            skipMark();
        }
    }

    private void skipMark() {
        if (bytes.remaining() >= 3
                && bytes.get(0) == (byte) 0xEF
                && bytes.get(1) == (byte) 0xBB
                && bytes.get(2) == (byte) 0xBF) {
            bytes.position(3);
        }
    }

    private DataFormatException malformed() {
        long line = lines + 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += bytes.get(i) == '\n' ? 1 : 0;
        }
        return new DataFormatException(
                "%s, line %d: the byte 0x%02X (number %d of the file) is not UTF-8; save it as UTF-8."
                        .formatted(name, line, bytes.get(bytes.position()), bytesBefore + bytes.position() + 1));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
