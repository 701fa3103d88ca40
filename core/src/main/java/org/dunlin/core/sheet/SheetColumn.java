package org.dunlin.core.sheet;

import java.util.List;

/**
 * A column of a file as a person is asked what it means.
 *
 * @param number from 1
 * @param name as it stands in the first row
 * @param samples what stands in the first rows that fill it
 * @param dates the patterns by which all that is known of it are days
 */
public record SheetColumn(int number, String name, List<String> samples, List<String> dates) {
  public SheetColumn {
    samples = List.copyOf(samples);
    dates = List.copyOf(dates);
  }
}
