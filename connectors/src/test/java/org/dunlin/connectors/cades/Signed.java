package org.dunlin.connectors.cades;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.jspecify.annotations.Nullable;

/** Makes envelopes as a signed file is in one, without a signer. */
public final class Signed {
  private Signed() {}

  /** An envelope of known lengths around the content, or around none. */
  public static byte[] der(@Nullable ASN1Encodable content) {
    return encoded(content, ASN1Encoding.DL);
  }

  static byte[] encoded(@Nullable ASN1Encodable content, String encoding) {
    try {
      ASN1EncodableVector none = new ASN1EncodableVector();
      ContentInfo inner = new ContentInfo(CMSObjectIdentifiers.data, content);
      SignedData data = new SignedData(new DERSet(none), inner, null, null, new DERSet(none));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new ContentInfo(CMSObjectIdentifiers.signedData, data).encodeTo(out, encoding);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
