/**
 * Whether what two programs say is about one thing.
 *
 * <p>Two invoices or two customers of different connections come in, each as its program says it;
 * that they are one, are not, or that a person must say, comes out with the reason. And what a
 * record lacks is taken of another that is the same.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.identity;
