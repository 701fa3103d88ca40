package org.dunlin.console;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A company with connections to programs, in the hands of somebody in a browser. */
final class Linked {
  static final String SECRET = "the-secret-of-the-app";
  private static final Pattern LEAVE = Pattern.compile("id=\"leave\" href=\"([^\"]+)\"");

  final Scene scene;
  final Browser browser = Browser.signedIn();

  Linked() {
    this(new Scene());
  }

  /** In a company that has something already. */
  Linked(Scene scene) {
    this.scene = scene;
  }

  /** Connects the program that has to be authorised. */
  HttpResponse<String> connectCloud(String id, String... more) {
    browser.open("/programs/cloud-books?company=" + scene.id());
    String[] fields = {
      "company",
      scene.id(),
      "id",
      id,
      "setting.address",
      Vendor.address(),
      "setting.clientId",
      "app-1",
      "setting.clientSecret",
      SECRET,
      "setting.hookKey",
      "hook-key",
      "setting.region",
      "nl"
    };
    return browser.press("/programs/cloud-books", with(fields, more));
  }

  /** Connects the program that needs a key alone. */
  HttpResponse<String> connectOffice(String id, String... more) {
    browser.open("/programs/office-books?company=" + scene.id());
    String[] fields = {
      "company", scene.id(), "id", id, "setting.address", Vendor.address(), "setting.key", SECRET
    };
    return browser.press("/programs/office-books", with(fields, more));
  }

  private static String[] with(String[] fields, String[] more) {
    String[] all = Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  /** Presses a button of a connection, and goes where it leads. */
  String press(String id, String button, String... fields) {
    open(id);
    HttpResponse<String> answer =
        browser.press(
            "/connections/" + id + "/" + button,
            with(new String[] {"company", scene.id()}, fields));
    return Text.of(answer.statusCode() == 302 ? browser.follow(answer).body() : answer.body());
  }

  HttpResponse<String> open(String id) {
    return browser.open("/connections/" + id + "?company=" + scene.id());
  }

  /** The address at the program to which the person would go, as its query. */
  Map<String, String> leave(String id) {
    open(id);
    String page = browser.press("/connections/" + id + "/authorise", "company", scene.id()).body();
    Matcher found = LEAVE.matcher(page);
    if (!found.find()) {
      throw new AssertionError(page);
    }
    String address = found.group(1).replace("&amp;", "&");
    return Vendor.fields(address.substring(address.indexOf('?') + 1));
  }

  /** Comes back from the program with this query. */
  HttpResponse<String> back(String query) {
    return browser.open("/authorised?" + query);
  }
}
