/**
 * What an answer of a program means for the hub: read it, try again, wait, sign in anew, or ask a
 * person.
 *
 * <p>The error table of a manifest and a reply, or the lack of one, come in. A verdict goes out,
 * with a sentence for people wherever it is not simply good.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.answer;
