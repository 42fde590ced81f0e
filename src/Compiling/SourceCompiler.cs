using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Compiling;

/// <summary>
/// C# sources to a DLL, as a plain project of this framework would compile them: implicit usings, nullable, no unsafe code.
/// Nothing of the sources runs: no generators, no analyzers, no included documentation, no scripts, no keys from files.
/// Sources can still make the compiler itself run out of time, memory or stack; so this runs in a process of its own.
/// </summary>
public static class SourceCompiler
{
    private const string AssemblyName = "Answers";

    // What a project has by <ImplicitUsings>.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Regular,
        ["TRACE", "RELEASE", "NET", "NETCOREAPP", "NET10_0", .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER")]);

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: false,
        concurrentBuild: false,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Enable,
        metadataReferenceResolver: null,
        xmlReferenceResolver: null,
        sourceReferenceResolver: null,
        strongNameProvider: null);

    public static Compiled Compile(IReadOnlyList<SourceFile> files)
    {
        if (SourceLimits.Problem(files) is { } problem) return new Compiled.Refused([problem]);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, System.Text.Encoding.UTF8), ParseOptions, file.Name)).ToList();
        var compilation = CSharpCompilation.Create(
            AssemblyName, trees.Prepend(CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions)), ReferenceAssemblies.All, CompilationOptions);
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        var problems = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        return result.Success
            ? new Compiled.Success(assembly.ToArray(), Problems(problems, trees))
            : new Compiled.Refused(Problems(problems.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), trees));
    }

    private static List<SourceProblem> Problems(IEnumerable<Diagnostic> diagnostics, List<SyntaxTree> trees) =>
    [
        .. diagnostics
            .OrderBy(diagnostic => diagnostic.Location.SourceTree is { } tree ? trees.IndexOf(tree) : -1)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .DistinctBy(diagnostic => (diagnostic.Id, diagnostic.Location))
            .Take(SourceLimits.MostProblems)
            .Select(Problem),
    ];

    private static SourceProblem Problem(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ReplaceLineEndings(" ");
        if (message.Length > SourceLimits.LongestShownLine * 2) message = message[..(SourceLimits.LongestShownLine * 2)] + "...";
        return new(diagnostic.Id, CompilerMessages.Say(diagnostic.Id, message), Place(diagnostic.Location), CompilerMessages.Hint(diagnostic.Id));
    }

    private static SourcePlace? Place(Location location)
    {
        if (location.SourceTree is not { } tree || tree.FilePath.Length == 0) return null;
        var start = location.GetLineSpan().StartLinePosition;
        var line = tree.GetText().Lines[start.Line];
        var from = Math.Max(0, Math.Min(start.Character - (SourceLimits.LongestShownLine / 2), line.Span.Length - SourceLimits.LongestShownLine));
        var shown = tree.GetText().ToString(TextSpan.FromBounds(line.Start + from, Math.Min(line.End, line.Start + from + SourceLimits.LongestShownLine)));
        var length = Math.Min(location.SourceSpan.Length, Math.Max(1, shown.Length - (start.Character - from)));
        return new(tree.FilePath, start.Line + 1, start.Character + 1, length, shown, from);
    }
}
