package dev.roomline.gallery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;

/** A headless Chromium for a test class; where there is none, the class is skipped. */
final class BrowserExtension implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {
  private static final AtomicBoolean TOLD = new AtomicBoolean();
  /** Warns of a protocol that is not used here. A field, because loggers are held weakly. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  static {
    SELENIUM.setLevel(Level.SEVERE);
  }

  private final int width;
  private final int height;
  private final boolean dark;
  private final boolean scripts;
  private ChromeDriver driver;

  private BrowserExtension(int width, int height, boolean dark, boolean scripts) {
    this.width = width;
    this.height = height;
    this.dark = dark;
    this.scripts = scripts;
  }

  static BrowserExtension desktop() {
    return new BrowserExtension(1440, 900, false, true);
  }

  static BrowserExtension phone() {
    return new BrowserExtension(360, 740, false, true);
  }

  static BrowserExtension dark() {
    return new BrowserExtension(1440, 900, true, true);
  }

  static BrowserExtension withoutScripts() {
    return new BrowserExtension(1440, 900, false, false);
  }

  /** One line for all classes of a build, and every class is reported as skipped. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (ChromiumLocation.find().isPresent())
      return ConditionEvaluationResult.enabled("a browser is there");
    if (TOLD.compareAndSet(false, true))
      System.out.println("[browser tests skipped] " + ChromiumLocation.ADVICE);
    return ConditionEvaluationResult.disabled(ChromiumLocation.ADVICE);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var chromium = ChromiumLocation.find().orElseThrow();
    var service = new ChromeDriverService.Builder()
        .usingDriverExecutable(chromium.driver().toFile())
        .usingAnyFreePort()
        .withSilent(true)
        .build();
    var patience = ClientConfig.defaultConfig().readTimeout(Duration.ofSeconds(60));
    driver = new ChromeDriver(service, options(chromium), patience);
    if (dark) {
      var feature = Map.of("name", "prefers-color-scheme", "value", "dark");
      driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (driver != null) driver.quit();
  }

  private ChromeOptions options(ChromiumLocation chromium) {
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(chromium.browser().toFile());
    // Its own sandbox needs rights that containers lack; it sees only pages made here.
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking");
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of("deviceMetrics", Map.of("width", width, "height", height, "pixelRatio", 1.0)));
    options.setCapability("goog:loggingPrefs", logs);
    if (!scripts)
      options.setExperimentalOption(
          "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
    return options;
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Loads it anew, from disk; a change of the fragment alone would not. */
  void open(Path page, String fragment) {
    driver.get("about:blank");
    console();
    requests();
    driver.get(page.toUri() + fragment);
  }

  void open(Path page) {
    open(page, "");
  }

  Object js(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  long number(String expression) {
    return ((Number) js("return " + expression)).longValue();
  }

  WebElement one(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void focus(String css) {
    js("document.querySelector(arguments[0]).focus()", css);
  }

  /** The errors and warnings of the page since it was opened. */
  List<String> console() {
    return log(LogType.BROWSER);
  }

  /** The addresses it asked for since it was opened. */
  List<String> requests() {
    var addresses = new ArrayList<String>();
    for (var entry : log(LogType.PERFORMANCE)) {
      if (!entry.contains("Network.requestWillBeSent\"")) continue;
      addresses.add(entry.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"));
    }
    return addresses;
  }

  void patience(Duration time) {
    driver.manage().timeouts().scriptTimeout(time);
  }

  private List<String> log(String type) {
    return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false)
        .map(it -> it.getMessage())
        .toList();
  }
}
