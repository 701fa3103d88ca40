/**
 * How the document of an invoice is had from its program, which may take a question before it, a
 * redirect, or a reply in which it is packed.
 *
 * <p>The key of an invoice and the answers to what was asked come in. Requests go out, and in the
 * end the bytes of the document.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.document;
