/**
 * What outside programs and mail servers were asked and told, and what they answered.
 *
 * <p>Calls that are over come in, each with what it belongs to and a transcript without secrets;
 * what it says is sealed. Out come the calls of an effect, of what a delivery came by, of a
 * connection, and on request what was said.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.call;
