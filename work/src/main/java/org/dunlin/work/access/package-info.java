/**
 * Letting programs and people in.
 *
 * <p>Who may do what comes in from a person; a secret goes out once and is forgotten but for its
 * digest, against which programs are checked when they bring it back.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.access;
