package cn.wufei.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lets root start a program that refuses root, as the user `nobody`. The program keeps one
/// capability, to read and search folders, so that it also runs from a checkout that only root may
/// enter.
final class Unprivileged {

  private static final int NOBODY = 65_534;

  private final int uid;
  private final int gid;

  private Unprivileged(int uid, int gid) {
    this.uid = uid;
    this.gid = gid;
  }

  static boolean isNeeded() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid
          && uid == 0;
    } catch (IOException e) {
      throw new LocalServicesException("The user of this process cannot be told: " + e, e);
    }
  }

  static Unprivileged nobody() {
    try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
      return users
          .map(line -> line.split(":", -1))
          .filter(fields -> fields[0].equals("nobody") && fields.length > 3)
          .map(fields -> new Unprivileged(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
          .findFirst()
          .orElseGet(() -> new Unprivileged(NOBODY, NOBODY));
    } catch (IOException | NumberFormatException e) {
      return new Unprivileged(NOBODY, NOBODY);
    }
  }

  /// The command, to be run by root, that runs `command` as nobody.
  List<String> wrap(String service, List<String> command) {
    Path setpriv =
        Programs.find("setpriv")
            .orElseThrow(() ->
                new LocalServicesException(
                    service
                        + " refuses to run as root and setpriv is missing: install util-linux, or run as an ordinary user"));
    List<String> wrapped =
        new ArrayList<>(
            List.of(
                setpriv.toString(),
                "--reuid=" + uid,
                "--regid=" + gid,
                "--clear-groups",
                "--securebits=+no_setuid_fixup",
                "--inh-caps=+dac_read_search",
                "--ambient-caps=+dac_read_search",
                "--"));
    wrapped.addAll(command);
    return wrapped;
  }

  /// Hands the folder and all that is in it to nobody; links are not followed.
  void giveTree(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Map<String, Object> owner =
            Files.readAttributes(path, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
        if (!Integer.valueOf(uid).equals(owner.get("uid"))) {
          Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
        if (!Integer.valueOf(gid).equals(owner.get("gid"))) {
          Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        }
      }
    } catch (IOException e) {
      throw new LocalServicesException(
          "The folder %s cannot be handed to the user nobody: %s".formatted(root, e), e);
    }
  }
}
