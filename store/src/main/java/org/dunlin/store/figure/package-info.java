/**
 * What is kept to show how a company develops. In come its invoices, over triggers. Out goes what
 * was sold by month.
 */
@NullMarked
package org.dunlin.store.figure;

import org.jspecify.annotations.NullMarked;
