using Microsoft.CodeAnalysis;

namespace Compiling;

/// <summary>What answers may be compiled against: the framework that this runs on, and MathNet.Numerics. Nothing that a submission names.</summary>
internal static class ReferenceAssemblies
{
    private const string Mathematics = "MathNet.Numerics.dll";

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Find()];

    private static IEnumerable<MetadataReference> Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? string.Empty;
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(Path.Combine(AppContext.BaseDirectory, Mathematics))
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
