package org.dunlin.connectors.facturx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks streams of a PDF up to a size. PDFBox itself unpacks whatever a few bytes say, however
 * large it becomes.
 */
final class Decoding {
  /** Filters of images are left out: no data is packed so. */
  private static final Set<String> FILTERS =
      Set.of(
          "FlateDecode",
          "Fl",
          "LZWDecode",
          "LZW",
          "ASCII85Decode",
          "A85",
          "ASCIIHexDecode",
          "AHx",
          "RunLengthDecode",
          "RL");

  private static final int FILTERS_MAX = 4;

  /** PDFBox holds two rows; those of an image may be long, and no image is unpacked here. */
  private static final int ROW_COLUMNS_MAX = 4096;

  private Decoding() {}

  /**
   * The content of the stream.
   *
   * @throws TooLarge where it has more bytes than that, at any step
   */
  static byte[] bytes(COSStream stream, int bytesMax) throws IOException {
    List<String> filters = filters(stream);
    byte[] content = raw(stream, bytesMax);
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
      Bounded out = new Bounded(bytesMax);
      filter.decode(new ByteArrayInputStream(content), out, stream, i);
      content = out.held.toByteArray();
    }
    return content;
  }

  private static byte[] raw(COSStream stream, int bytesMax) throws IOException {
    try (InputStream raw = stream.createRawInputStream()) {
      byte[] content = raw.readNBytes(bytesMax + 1);
      if (content.length > bytesMax) {
        throw new TooLarge("more than " + bytesMax + " bytes");
      }
      return content;
    }
  }

  private static List<String> filters(COSStream stream) throws IOException {
    List<String> names = new ArrayList<>();
    COSBase filters = stream.getFilters();
    if (filters instanceof COSName name) {
      names.add(name.getName());
    } else if (filters instanceof COSArray array) {
      for (int i = 0; i < Math.min(array.size(), FILTERS_MAX + 1); i++) {
        names.add(array.getObject(i) instanceof COSName name ? name.getName() : "");
      }
    }
    if (names.size() > FILTERS_MAX || !FILTERS.containsAll(names)) {
      throw new IOException("it is packed as " + names + ", which no data is");
    }
    refuseLongRows(stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP));
    return names;
  }

  private static void refuseLongRows(@Nullable COSBase parameters) throws IOException {
    if (parameters instanceof COSDictionary one
        && one.getInt(COSName.COLUMNS, 1) > ROW_COLUMNS_MAX) {
      throw new TooLarge("rows of more than " + ROW_COLUMNS_MAX + " columns");
    }
    if (parameters instanceof COSArray array) {
      for (int i = 0; i < Math.min(array.size(), FILTERS_MAX); i++) {
        if (array.getObject(i) instanceof COSDictionary each) {
          refuseLongRows(each);
        }
      }
    }
  }

  /** Holds what is written up to a size. */
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final int bytesMax;

    Bounded(int bytesMax) {
      this.bytesMax = bytesMax;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (held.size() + (long) length > bytesMax) {
        throw new TooLarge("more than " + bytesMax + " bytes");
      }
      held.write(bytes, offset, length);
    }
  }
}
