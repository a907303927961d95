package dev.roomline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the code to the drawing of packages in CONTRIBUTING.md. */
@AnalyzeClasses(packages = "dev.roomline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule roomsFormNoCircle =
      slices().matching("dev.roomline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule arrowsPointDown = layeredArchitecture()
      .consideringOnlyDependenciesInAnyPackage("dev.roomline..")
      .layer("domain")
      .definedBy("dev.roomline.domain..")
      .layer("endpoint")
      .definedBy("dev.roomline.endpoint..")
      .layer("ledger")
      .definedBy("dev.roomline.ledger..")
      .layer("download")
      .definedBy("dev.roomline.download..")
      .layer("images")
      .definedBy("dev.roomline.images..")
      .layer("state")
      .definedBy("dev.roomline.state..")
      .layer("jobfile")
      .definedBy("dev.roomline.jobfile..")
      .layer("rooms")
      .definedBy("dev.roomline.rooms..")
      .layer("render")
      .definedBy("dev.roomline.render..")
      .layer("job")
      .definedBy("dev.roomline.job..")
      .layer("results")
      .definedBy("dev.roomline.results..")
      .layer("output")
      .definedBy("dev.roomline.output..")
      .layer("failure")
      .definedBy("dev.roomline.failure..")
      .layer("report")
      .definedBy("dev.roomline.report..")
      .layer("gallery")
      .definedBy("dev.roomline.gallery..")
      .layer("monitor")
      .definedBy("dev.roomline.monitor..")
      .layer("cli")
      .definedBy("dev.roomline.cli..")
      .layer("sandbox")
      .definedBy("dev.roomline.sandbox..")
      .whereLayer("cli")
      .mayNotBeAccessedByAnyLayer()
      .whereLayer("sandbox")
      .mayOnlyBeAccessedByLayers("cli")
      .whereLayer("report")
      .mayOnlyBeAccessedByLayers("cli")
      .whereLayer("job")
      .mayOnlyBeAccessedByLayers("cli", "report")
      .whereLayer("gallery")
      .mayOnlyBeAccessedByLayers("output")
      .whereLayer("monitor")
      .mayOnlyBeAccessedByLayers("job")
      .whereLayer("render")
      .mayOnlyBeAccessedByLayers("job")
      .whereLayer("ledger")
      .mayOnlyBeAccessedByLayers("job", "results", "output", "failure", "render", "report")
      .whereLayer("rooms")
      .mayOnlyBeAccessedByLayers("job", "results", "output", "failure")
      .whereLayer("jobfile")
      .mayOnlyBeAccessedByLayers("job", "cli")
      .whereLayer("state")
      .mayOnlyBeAccessedByLayers("job", "results", "output", "failure", "cli")
      .whereLayer("download")
      .mayOnlyBeAccessedByLayers("images", "job")
      .whereLayer("images")
      .mayOnlyBeAccessedByLayers("rooms", "render", "job", "results", "output", "failure", "cli")
      .whereLayer("endpoint")
      .mayOnlyBeAccessedByLayers("render", "job", "cli");

  @ArchTest
  static final ArchRule theDomainKnowsOnlyJava = classes()
      .that()
      .resideInAPackage("dev.roomline.domain..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.roomline.domain..");

  @ArchTest
  static final ArchRule theGalleryUsesNoOtherPackage = classes()
      .that()
      .resideInAPackage("dev.roomline.gallery..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "org.jspecify.annotations..",
          "com.samskivert.mustache..",
          "dev.roomline.gallery..");

  @ArchTest
  static final ArchRule theMonitorUsesNoOtherPackage = classes()
      .that()
      .resideInAPackage("dev.roomline.monitor..")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.roomline.monitor..");

  @ArchTest
  static final ArchRule theSandboxUsesNoOtherPackage = noClasses()
      .that()
      .resideInAPackage("dev.roomline.sandbox..")
      .should()
      .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
          "are ours outside the sandbox",
          it -> it.getPackageName().startsWith("dev.roomline.")
              && !it.getPackageName().startsWith("dev.roomline.sandbox")));

  @ArchTest
  static final ArchRule springBatchStaysInTheJob = noClasses()
      .that()
      .resideOutsideOfPackage("dev.roomline.job..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.springframework.batch..");

  @ArchTest
  static final ArchRule onlyEndpointAndMonitorUseJavaNetHttp = noClasses()
      .that()
      .resideOutsideOfPackages("dev.roomline.endpoint..", "dev.roomline.monitor..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule onlyDownloadUsesApacheHttpClient = noClasses()
      .that()
      .resideOutsideOfPackage("dev.roomline.download..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.apache.hc..");

  @ArchTest
  static final ArchRule sqlStaysInLedgerResultsAndState = noClasses()
      .that()
      .resideOutsideOfPackages(
          "dev.roomline.ledger..",
          "dev.roomline.results..",
          "dev.roomline.failure..",
          "dev.roomline.job..",
          "dev.roomline.state..")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.sql..", "org.springframework.jdbc..");
}
