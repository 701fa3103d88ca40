package org.dunlin.work.backup;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When backups are made by themselves, and which are kept.
 *
 * @param folder where they lie; shared by all hubs of one database
 * @param at the time of day
 * @param zone in which that is meant
 * @param keepDays of so many days the newest is kept
 * @param keepWeeks of so many weeks (Monday to Sunday, ISO 8601) the newest is kept, too
 */
public record NightlySettings(
    Path folder, LocalTime at, ZoneId zone, int keepDays, int keepWeeks) {}
