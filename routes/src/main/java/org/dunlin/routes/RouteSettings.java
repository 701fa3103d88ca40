package org.dunlin.routes;

import java.time.Duration;

/**
 * How often the routes look.
 *
 * @param sweep how often each stage looks for work that no wake-up told of
 * @param folderPoll how often a watched folder is listed
 * @param folderSettle how long a file must have had the same size and time to be taken as whole
 * @param heartbeat how often leases are renewed; well below their length
 */
public record RouteSettings(
    Duration sweep, Duration folderPoll, Duration folderSettle, Duration heartbeat) {}
