package dev.heapwright.benchmarks.allocation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The plots of the performance page, as PNG. */
record Plots(Path folder) {
    /** A bar for each subject. */
    void bars(String file, String title, Map<String, Double> figures) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(420)
                .title(title)
                .yAxisTitle("ns")
                .build();
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setXAxisLabelRotation(45);
        chart.getStyler().setLabelsVisible(true);
        List<Double> rounded =
                figures.values().stream().map(each -> Math.rint(each * 10) / 10).toList();
        chart.addSeries(title, new ArrayList<>(figures.keySet()), rounded);
        BitmapEncoder.saveBitmap(chart, folder.resolve(file).toString(), BitmapFormat.PNG);
    }

    /** A curve for each allocator, and one for the live memory. */
    void residentSet(String file, Map<String, List<ResidentSet.Sample>> samples) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(420)
                .title("Resident set of a cache, above that of the JVM")
                .xAxisTitle("step")
                .yAxisTitle("MiB")
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.InsideNW);
        List<Integer> steps = IntStream.range(0, ResidentSet.STEPS).boxed().toList();
        List<ResidentSet.Sample> any = samples.values().iterator().next();
        chart.addSeries(
                        "live",
                        steps,
                        any.stream().map(ResidentSet.Sample::live).toList())
                .setMarker(SeriesMarkers.NONE);
        samples.forEach((allocator, curve) -> chart.addSeries(
                        allocator,
                        steps,
                        curve.stream().map(ResidentSet.Sample::resident).toList())
                .setMarker(SeriesMarkers.NONE));
        BitmapEncoder.saveBitmap(chart, folder.resolve(file).toString(), BitmapFormat.PNG);
    }
}
