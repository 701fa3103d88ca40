/**
 * Reports: lists of what is open, what came in and what became of it. In come a company, which
 * report, a period and a place. Out go rows with typed values, a page at a time, each page by an
 * index.
 */
@NullMarked
package org.dunlin.store.report;

import org.jspecify.annotations.NullMarked;
