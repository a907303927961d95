package dev.roomline.job.batch;

import dev.roomline.endpoint.EndpointClient;
import dev.roomline.images.PictureStore;
import dev.roomline.job.session.JobRequest;
import dev.roomline.job.session.JobSettings;
import dev.roomline.job.session.StopReasonText;
import dev.roomline.ledger.KeptRenders;
import dev.roomline.ledger.Ledger;
import dev.roomline.ledger.Run;
import dev.roomline.ledger.WalletLog;
import dev.roomline.output.OutputFolder;
import dev.roomline.output.PublishedRun;
import dev.roomline.render.RenderSettings;
import dev.roomline.render.RenderSettings.Repurchase;
import dev.roomline.render.Renderer;
import dev.roomline.render.UploadCleanup;
import dev.roomline.results.CsvLayout;
import dev.roomline.results.PictureNaming;
import dev.roomline.results.RepeatedPictures;
import dev.roomline.results.ResultTable;
import dev.roomline.results.ShownResults;
import dev.roomline.rooms.RoomList;
import dev.roomline.rooms.RoomNames;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The parts of one run, in the order in which a row meets them.
 *
 * <p>Spring closes them in reverse order. Command, room list, ledger, run, data source and
 * repurchase policy are not made here: {@link BatchLauncher} registers them.
 */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

  @Bean
  EndpointClient endpoint(JobRequest request) {
    return new EndpointClient(request.access().endpoint(), request.access().key());
  }

  @Bean
  PictureStore pictures(JobRequest request) {
    return JobSettings.pictureStore(request);
  }

  @Bean
  ResultTable results(DataSource source, Run run) {
    return new ResultTable(source, run.number());
  }

  @Bean
  RenderSettings settings(JobRequest request, Run run, Repurchase repurchase) {
    return JobSettings.render(request, run, repurchase);
  }

  @Bean
  Renderer renderer(
      Ledger ledger,
      PictureStore pictures,
      EndpointClient endpoint,
      RenderSettings settings,
      Run run) {
    return new Renderer(ledger, pictures, endpoint, settings, run);
  }

  @Bean
  ProgressCounter progress(RoomList roomList) {
    return new ProgressCounter(roomList.renders());
  }

  @Bean(destroyMethod = "") // the step closes it
  ReadAheadReader reader(
      RoomList roomList,
      Renderer renderer,
      ProgressCounter progress,
      JobRequest request,
      ResultTable results) {
    var extent = new ReadAheadReader.Extent(
        request.jobFile().limits().window(), results.done(), renderer.buying()::isInterrupted);
    return new ReadAheadReader(roomList, renderer, progress, extent);
  }

  @Bean
  StopReasonText stopReasons(JobRequest request, Run run) {
    return new StopReasonText(request, run);
  }

  @Bean
  PictureNaming names(RoomList roomList, Ledger ledger) {
    return new PictureNaming(RoomNames.of(roomList.header()), ledger);
  }

  @Bean
  RenderProcessor processor(
      ReadAheadReader reader, Run run, PictureNaming names, StopReasonText stopReasons) {
    return new RenderProcessor(reader, run, names, stopReasons);
  }

  @Bean
  ResultTableWriter writer(ResultTable results) {
    return new ResultTableWriter(results);
  }

  @Bean
  WaitingRowReader waitingRows(ResultTable results) {
    return new WaitingRowReader(results);
  }

  @Bean
  CollectProcessor collector(Ledger ledger, Run run) {
    return new CollectProcessor(ledger, run);
  }

  @Bean
  OutputFolder output(JobRequest request, RoomList roomList, PictureStore pictures) {
    return new OutputFolder(request.jobFile().output(), CsvLayout.of(roomList), pictures);
  }

  @Bean
  ShownResults shown(ResultTable results, DataSource source, PictureStore pictures) {
    return new ShownResults(results, new KeptRenders(source), pictures::has);
  }

  @Bean
  RepeatedPictures repeatedPictures(
      ResultTable results, Ledger ledger, Run run, PictureNaming names) {
    return new RepeatedPictures(results, ledger, run, names.rooms());
  }

  @Bean
  ResultPublisher publisher(
      ShownResults results,
      RepeatedPictures repeated,
      OutputFolder output,
      JobRequest request,
      Run run,
      Renderer renderer,
      StopReasonText stopReasons) {
    return new ResultPublisher(results, repeated, output, () -> {
      var reasons = stopReasons.of(renderer.buying().reasons());
      var now = request.timing().clock().instant();
      return new PublishedRun(request.jobFile().name(), run.number(), run.started(), now, reasons);
    });
  }

  @Bean
  UploadCleanup uploads(
      Ledger ledger, EndpointClient endpoint, RenderSettings settings, Renderer renderer) {
    return new UploadCleanup(ledger, endpoint, settings.limits(), renderer.buying());
  }

  @Bean
  WalletReader wallet(JobRequest request, DataSource source, EndpointClient endpoint, Run run) {
    return new WalletReader(request, new WalletLog(source), endpoint, run);
  }
}
