/**
 * Who may do what: each handler of a page or of the API names the right that it needs.
 *
 * <p>A caller and a handler come in; the handler is called, or the request is refused as if the
 * company were not there, or as not allowed.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.right;
