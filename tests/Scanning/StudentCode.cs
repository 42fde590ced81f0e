using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Scanning.Tests;

/// <summary>Compiles samples as projects of any settings would, unsafe ones too.</summary>
internal static class StudentCode
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;"
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    // What 'dotnet build' adds to a project.
    private const string AssemblyInfo = """
        [assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v10.0", FrameworkDisplayName = ".NET 10.0")]
        [assembly: System.Reflection.AssemblyCompany("Answers")] [assembly: System.Reflection.AssemblyConfiguration("Release")]
        [assembly: System.Reflection.AssemblyFileVersion("1.0.0.0")] [assembly: System.Reflection.AssemblyInformationalVersion("1.0.0+abc")]
        [assembly: System.Reflection.AssemblyProduct("Answers")] [assembly: System.Reflection.AssemblyTitle("Answers")] [assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
        [assembly: System.Reflection.AssemblyMetadata("a", "b")] [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Answers.Tests")]
        """;

    private static readonly List<MetadataReference> References = [.. ReferenceAssemblies()];

    public static byte[] Compile(string source, OptimizationLevel level = OptimizationLevel.Release, bool allowUnsafe = true)
    {
        var compilation = CSharpCompilation.Create(
            "Answers",
            new[] { source, Usings, AssemblyInfo }.Select(text => CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Latest))),
            References,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level, allowUnsafe: allowUnsafe, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.That(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return assembly.ToArray();
    }

    private static IEnumerable<MetadataReference> ReferenceAssemblies()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework || Path.GetFileName(path) == "MathNet.Numerics.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
    }

    /// <summary>The samples of a file of sources, each under a line that begins with three equal signs.</summary>
    public static IEnumerable<(string Title, string Source)> Samples(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", file))
            .Split("=== ", StringSplitOptions.RemoveEmptyEntries)
            .Select(sample => sample.Split('\n', 2))
            .Select(sample => (sample[0].Trim(), sample[1]));
}
