package cn.wufei.exchange.notify.mail;

import java.util.regex.Pattern;

/// What a mail address may look like here: letters, digits and a few signs before the `@`, a domain
/// name after it. Quoted names and comments, which the standard allows and nobody has, are left
/// out, so no address can hold anything that means something to a mail server or a header.
final class AddressText {

  static final int LENGTH_MAX = 254;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9_+=%'&/*!?#$^`{|}~-]+(\\.[A-Za-z0-9_+=%'&/*!?#$^`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");
  private static final int LOCAL_MAX = 64;

  private AddressText() {}

  static boolean isAddress(String text) {
    return text.length() <= LENGTH_MAX
        && text.indexOf('@') <= LOCAL_MAX
        && ADDRESS.matcher(text).matches();
  }
}
