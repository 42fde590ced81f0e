using System.Globalization;

namespace Grader.Reporting;

/// <summary>Figures of a class in words. What is not known is a dash.</summary>
internal static class Figures
{
    private const string Unknown = "–";

    /// <param name="share">From 0 to 1.</param>
    public static FigureView Percent(double? share) => share is { } known
        ? new(string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * known, MidpointRounding.AwayFromZero):0} %"), Key(known))
        : new(Unknown, null);

    /// <summary>With two decimals and a true minus sign.</summary>
    public static FigureView TwoDecimals(double? figure) => figure is { } known
        ? new(Signed(known.ToString("0.00", CultureInfo.InvariantCulture)), Key(known))
        : new(Unknown, null);

    public static string Coordinate(double place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Key(double figure) => figure.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>1 submission</c> and <c>2 submissions</c>.</summary>
    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static string Signed(string written) => written switch
    {
        "-0.00" => "0.00",
        ['-', .. var rest] => "−" + rest,
        _ => written,
    };
}
