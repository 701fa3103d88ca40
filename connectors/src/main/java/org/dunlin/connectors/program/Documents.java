package org.dunlin.connectors.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the document of an invoice is fetched.
 *
 * @param lookup asked first; where it gives nothing, there is no document (yet)
 * @param prepare asked after the lookup, with {@code {lookup.NAME}}
 * @param request with {@code {lookup.NAME}} and {@code {prepare.NAME}}
 * @param hosts where the address of the request leads elsewhere: the only hosts to which it may
 *     lead, without credentials; empty where the program itself has the document
 * @param redirect whether the answer is a redirect to the document, followed once without
 *     credentials
 * @param content where in a reply of JSON the document stands in base64; absent where the reply is
 *     the document
 * @param name of the file
 * @param type its media type
 */
public record Documents(
    @Nullable Lookup lookup,
    @Nullable Lookup prepare,
    RequestTemplate request,
    List<String> hosts,
    boolean redirect,
    @Nullable Selector content,
    Template name,
    String type) {
  public Documents {
    hosts = List.copyOf(hosts);
  }
}
