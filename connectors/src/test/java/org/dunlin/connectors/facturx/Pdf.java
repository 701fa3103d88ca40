package org.dunlin.connectors.facturx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.dunlin.connectors.InvoiceFile;
import org.jspecify.annotations.Nullable;

/** Makes PDFs of one empty page with files in them. */
public final class Pdf {
  private final Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
  private final PDDocument document = new PDDocument();

  /** With a file of XML in it. */
  public Pdf with(String name, byte[] content) throws IOException {
    return with(name, "text/xml", content);
  }

  Pdf with(String name, String mediaType, byte[] content) throws IOException {
    PDEmbeddedFile file =
        new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
    file.setSubtype(mediaType);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setFileUnicode(name);
    specification.setEmbeddedFile(file);
    files.put(name, specification);
    return this;
  }

  /** The PDF. */
  public InvoiceFile file() throws IOException {
    return file(null);
  }

  /** Encrypted, where a password is given; an empty one only restricts what may be done. */
  InvoiceFile file(@Nullable String password) throws IOException {
    try (document) {
      document.addPage(new PDPage());
      if (!files.isEmpty()) {
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        PDDocumentNameDictionary names =
            new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
      }
      if (password != null) {
        StandardProtectionPolicy policy =
            new StandardProtectionPolicy("owner", password, new AccessPermission());
        policy.setEncryptionKeyLength(128);
        policy.setPreferAES(true);
        document.protect(policy);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out, CompressParameters.NO_COMPRESSION);
      return new InvoiceFile(out.toByteArray());
    }
  }
}
