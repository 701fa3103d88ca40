/**
 * The room that pretends: the outside world for the demo and for tests.
 *
 * <p>A seed and a hub's mails, status files and requests come in; files for its watched folder,
 * answers of accounting programs and the truth about them go out. It shares no code with the
 * connectors, since a simulator that did would agree with their mistakes.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox;
