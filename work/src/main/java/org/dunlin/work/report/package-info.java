/**
 * Reports as people and programs take them away. In come a company and what is asked of a report.
 * Out go JSON a page at a time, and files that are written while the rows are read.
 */
@NullMarked
package org.dunlin.work.report;

import org.jspecify.annotations.NullMarked;
