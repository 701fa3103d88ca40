/** The room that decides. */
@org.jspecify.annotations.NullMarked
package org.dunlin.core;
