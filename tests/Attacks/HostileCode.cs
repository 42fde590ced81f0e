using System.Collections.Concurrent;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Attacks.Tests;

/// <summary>Compiles the files of the folder Hostile, each with the kernel's calls beside it.</summary>
internal static class HostileCode
{
    private static readonly MetadataReference[] Framework =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(IsManaged)
            .Append(Path.Combine(AppContext.BaseDirectory, "host", "MathNet.Numerics.dll"))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly ConcurrentDictionary<(string File, string Words), byte[]> Images = [];

    /// <summary>The assembly of a file.</summary>
    /// <param name="words">Words of the source, in capitals there, with what is to stand for them.</param>
    public static byte[] Assembly(string file, params (string Word, string Meaning)[] words) =>
        Images.GetOrAdd((file, string.Join('\n', words)), _ =>
        {
            var source = words.Aggregate(Text(file), (text, word) => text.Replace(word.Word, word.Meaning, StringComparison.Ordinal));
            return Compiled(file, [source, Text("Kernel"), Text("Prelude")]);
        });

    /// <summary>The assembly of a whole source.</summary>
    public static byte[] Compiled(string name, params string[] sources) => Compiled(name, Platform.AnyCpu, [], sources);

    /// <param name="references">Images of other assemblies.</param>
    public static byte[] Compiled(string name, Platform platform, IReadOnlyList<byte[]> references, params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            [.. Framework, .. references.Select(image => MetadataReference.CreateFromImage(image))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true, platform: platform));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new ArgumentException(string.Join('\n', result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error)));
    }

    public static string Text(string file)
    {
        using var stream = typeof(HostileCode).Assembly.GetManifestResourceStream(file) ?? throw new ArgumentException($"There is no file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static bool IsManaged(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        return reader.HasMetadata;
    }
}
