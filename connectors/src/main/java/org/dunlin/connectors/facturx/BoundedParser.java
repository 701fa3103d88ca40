package org.dunlin.connectors.facturx;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * PDFBox's parser, which here unpacks the streams that it needs itself (cross-references, objects)
 * up to a size only.
 */
final class BoundedParser extends PDFParser {
  /** Together. An invoice's come to some kilobytes, those of a large catalogue to a megabyte. */
  private static final int UNPACKED_BYTES_MAX = 16 << 20;

  private static final int WIDTHS = 3;
  private static final int WIDTH_MAX = 20;

  private static final StreamCacheCreateFunction IN_MEMORY = IOUtils.createMemoryOnlyStreamCache();

  BoundedParser(byte[] pdf) throws IOException {
    // A PDF that only restricts what may be done with it opens with an empty password.
    super(new RandomAccessReadBuffer(pdf), "", null, null, IN_MEMORY);
    document = new BoundedDocument(this);
  }

  /** The document, of whose objects none but the first few is read yet. */
  COSDocument document() throws IOException {
    if (!parsePDFHeader()) {
      throw new IOException("it has no header");
    }
    initialParse();
    return document;
  }

  private static final class BoundedDocument extends COSDocument {
    private final ICOSParser parser;
    private int unpacked;

    BoundedDocument(ICOSParser parser) {
      super(IN_MEMORY, parser);
      this.parser = parser;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
        throws IOException {
      COSStream stream = new BoundedStream(this, parser.createRandomAccessReadView(start, length));
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }
  }

  private static final class BoundedStream extends COSStream {
    private final BoundedDocument document;

    BoundedStream(BoundedDocument document, RandomAccessReadView content) throws IOException {
      super(IN_MEMORY.create(), content);
      this.document = document;
    }

    @Override
    public RandomAccessRead createView() throws IOException {
      byte[] content = Decoding.bytes(this, UNPACKED_BYTES_MAX - document.unpacked);
      document.unpacked += content.length;
      refuseTooMany(content.length);
      return new RandomAccessReadBuffer(content);
    }

    /**
     * PDFBox makes as many entries as a cross-reference stream says, whose width W may be nothing
     * (7.5.8.2), and room for as many objects as an object stream says (N, 7.5.7).
     */
    private void refuseTooMany(int length) throws IOException {
      COSArray widths = getCOSArray(COSName.W);
      if (widths != null) {
        int width = 0;
        for (int i = 0; i < Math.min(widths.size(), WIDTHS); i++) {
          width += Math.max(0, Math.min(widths.getInt(i, 0), WIDTH_MAX));
        }
        if (width == 0 || length / width > PdfObjects.MOST) {
          throw new TooLarge("more than " + PdfObjects.MOST + " cross-references");
        }
      }
      if (getInt(COSName.N, 0) > PdfObjects.MOST) {
        throw new TooLarge("more than " + PdfObjects.MOST + " objects");
      }
    }
  }
}
