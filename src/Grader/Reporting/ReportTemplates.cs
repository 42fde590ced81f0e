namespace Grader.Reporting;

/// <summary>The templates that were built with the command, beside it.</summary>
internal static class ReportTemplates
{
    private static readonly Lazy<Templates> Loaded = new(() => Templates.Load(Path.Combine(AppContext.BaseDirectory, "templates")));

    public static Templates Built => Loaded.Value;
}
