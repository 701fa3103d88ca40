package org.dunlin.work.intake;

/** How far what a file says may reach; it depends on who brings it. */
public enum Reach {
  /** Into each company that it concerns: a folder, or somebody who may act for all companies. */
  HUB,
  /** Not beyond the company that it is brought to: a token or a hook of that company. */
  COMPANY
}
