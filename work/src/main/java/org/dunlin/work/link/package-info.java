/**
 * What a connection to a program is, put together for those who ask it.
 *
 * <p>The names of a company and a connection come in; out comes its program with all that requests
 * may know, or a sentence that says why nothing can be asked.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.link;
