package org.dunlin.connectors.csv;

import java.util.List;

/**
 * Where the value of a target comes from.
 *
 * @param names of columns; one of them is enough
 * @param joined whether all that are there are joined by a blank; else the first one counts
 * @param number of the column from 1 in a file without header; else 0
 * @param optional whether the file is recognised without it, too
 */
record ColumnSource(List<ColumnName> names, boolean joined, int number, boolean optional) {
  ColumnSource {
    names = List.copyOf(names);
  }
}
