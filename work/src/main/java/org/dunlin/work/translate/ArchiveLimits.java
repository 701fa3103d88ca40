package org.dunlin.work.translate;

/**
 * How much an archive may hold, together with the archives in it.
 *
 * @param members how many files
 * @param bytes how many bytes they may have together
 * @param ratio how many bytes may come of one byte of the archive; repetitive XML has up to 100
 * @param free so many bytes may come before the ratio is asked for
 * @param depth how deep archives may lie in each other; 1: none in the archive
 */
record ArchiveLimits(int members, long bytes, int ratio, long free, int depth) {
  static final ArchiveLimits USUAL = new ArchiveLimits(1000, 2L << 30, 250, 16L << 20, 3);
}
