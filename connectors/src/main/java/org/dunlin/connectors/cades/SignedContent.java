package org.dunlin.connectors.cades;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetStringParser;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1SetParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.cms.SignedDataParser;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/** The content of one envelope (eContent of EncapsulatedContentInfo), read as it comes. */
final class SignedContent extends InputStream {
  private final Watched envelope;
  private final String source;
  private final InputStream content;

  /**
   * The content of this envelope.
   *
   * @param form how its bytes are to be made of those of the stream
   */
  SignedContent(InputStream envelope, UnaryOperator<InputStream> form, String source)
      throws IOException {
    this.envelope = new Watched(envelope);
    this.source = source;
    InputStream found;
    try {
      found = open(form.apply(this.envelope));
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
    if (found == null) {
      throw refused("it holds only a signature, and not what was signed");
    }
    content = found;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return content.read(target, offset, length);
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  @Override
  public void close() throws IOException {
    envelope.close();
  }

  private static @Nullable InputStream open(InputStream envelope) throws IOException {
    ASN1StreamParser parser = new ASN1StreamParser(envelope, Integer.MAX_VALUE);
    ContentInfoParser outer = new ContentInfoParser((ASN1SequenceParser) parser.readObject());
    if (!CMSObjectIdentifiers.signedData.equals(outer.getContentType())) {
      throw new IOException("it is not of the type signedData");
    }
    SignedDataParser signed = SignedDataParser.getInstance(outer.getContent(BERTags.SEQUENCE));
    ASN1SetParser digests = signed.getDigestAlgorithms();
    while (digests.readObject() != null) {
      // which algorithms were used matters only to who verifies the signature
    }
    ASN1Encodable content = signed.getEncapContentInfo().getContent(BERTags.OCTET_STRING);
    return content instanceof ASN1OctetStringParser octets ? octets.getOctetStream() : null;
  }

  /** A stream that fails stays one that fails; all else is about the envelope. */
  private Untranslatable broken(Exception e) throws IOException {
    if (envelope.failure != null) {
      throw envelope.failure;
    }
    if (e instanceof Untranslatable within) {
      return within;
    }
    return refused("it is broken or cut off");
  }

  private Untranslatable refused(String what) {
    return new Untranslatable(
        new Problem(
            source,
            "byte " + envelope.position,
            "ENVELOPE_UNREADABLE",
            "the signed envelope (.p7m) cannot be opened: "
                + what
                + "; export it again, or send the XML file without the signature"));
  }

  /** Remembers how far it came, and whether the stream itself failed. */
  private static final class Watched extends FilterInputStream {
    private long position;
    private @Nullable IOException failure;

    Watched(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        int count = in.read(target, offset, length);
        position += Math.max(0, count);
        return count;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
