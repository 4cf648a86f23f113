package cn.wufei.exchange.notify.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of mails instead of a server, for trying things out: one `.eml` file for each, which
/// mail programs open. The oldest make way for new ones.
final class MailFolder {

  private static final String ENDING = ".eml";
  private static final Pattern NAME = Pattern.compile("[0-9A-Z]{13}");

  private final Path folder;
  private final int filesMax;

  MailFolder(Path folder, int filesMax) {
    this.folder = folder;
    this.filesMax = filesMax;
  }

  synchronized void send(MimeMessage mail) throws MessagingException {
    String id = mail.getMessageID();
    String name = id.substring(1, id.indexOf('@'));
    try {
      Files.createDirectories(folder);
      Path half = folder.resolve(name + ".half");
      try (OutputStream file = Files.newOutputStream(half)) {
        mail.writeTo(file);
      }
      Files.move(
          half,
          folder.resolve(name + ENDING),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      for (String old : names().stream().skip(filesMax).toList()) {
        Files.deleteIfExists(folder.resolve(old + ENDING));
      }
    } catch (IOException e) {
      throw new MessagingException("cannot write to " + folder, e);
    }
  }

  /// The names of the mails that are kept, the newest first.
  List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(NAME.asMatchPredicate())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Null where there is none of that name, or none any more.
  @Nullable KeptMail read(String name) {
    if (!NAME.matcher(name).matches()) {
      return null;
    }
    try (InputStream file = Files.newInputStream(folder.resolve(name + ENDING))) {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), file);
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      return new KeptMail(
          name,
          mail.getRecipients(MimeMessage.RecipientType.TO)[0].toString(),
          mail.getSubject(),
          mail.getHeader("Date", null),
          textOf(parts.getBodyPart(0)));
    } catch (NoSuchFileException _) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("not a mail of ours: " + name, e);
    }
  }

  private static String textOf(BodyPart part) throws IOException, MessagingException {
    return String.valueOf(part.getContent());
  }

  /// @param date as it stands in the mail
  record KeptMail(String name, String to, String subject, String date, String text) {}
}
