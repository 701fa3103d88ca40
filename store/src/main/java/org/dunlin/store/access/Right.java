package org.dunlin.store.access;

/** What somebody may do; each page, button and operation of the API needs one of these. */
public enum Right {
  /** To see what is kept, but for raw content. */
  SEE,
  /** To see content as it came in, which may hold more than anybody was to read. */
  SEE_RAW,
  /** To bring files in. */
  UPLOAD,
  /** To decide over payments, reminders, tasks and what customers say. */
  DECIDE,
  /** To agree on instalments, and to say what customers may arrange by themselves. */
  AGREE,
  /** To change plans, templates, claims and when messages leave. */
  PLAN,
  /** To let money be taken: files for banks, mandates as they are amended, ways to pay. */
  COLLECT,
  /** To run the traffic: replay, try again, pause, ask at once. */
  OPERATE,
  /** To change a company's profile, its connections, and how far it is switched on. */
  CONNECT,
  /** To take all out that is kept of a customer. */
  EXPORT,
  /** To erase a customer for ever. */
  ERASE,
  /** To let people and programs in, and to stop the hub. */
  ADMINISTER
}
