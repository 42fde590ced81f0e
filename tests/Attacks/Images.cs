using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Attacks.Tests;

/// <summary>Files that call themselves assemblies.</summary>
internal static class Images
{
    private const double Magic = 12345.678;

    private static readonly byte[] CoreKey = [0x7C, 0xEC, 0x85, 0xD7, 0xBE, 0xA7, 0x79, 0x8E];
    private static readonly byte[] RuntimeKey = [0xB0, 0x3F, 0x5F, 0x7F, 0x11, 0xD5, 0x0A, 0x3A];
    private static readonly byte[] StandardKey = [0xCC, 0x7B, 0x13, 0xFF, 0xCD, 0x2D, 0xDD, 0x51];

    /// <summary>An honest one, with enough of everything that a mutation can hit.</summary>
    public static byte[] Honest { get; } = HostileCode.Compiled("Student", """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        public static class Answers
        {
            public static double Loss(double[] w) => w.Sum(entry => entry * entry) + 12345.678;
            public static Dictionary<string, double> Table(double a, double b) => new() { ["sum"] = a + b, ["product"] = a * b };
            public static (double Mean, double Variance) Moments(double[] x) => (x.Average(), x.Select(entry => entry * entry).Average());
            public static double[,] Jacobian(Func<double, double> g, double[] z)
            {
                var jacobian = new double[z.Length, z.Length];
                for (var row = 0; row < z.Length; row++) jacobian[row, row] = g(z[row]);
                return jacobian;
            }
            private record Layer(double[] Weights, int Size);
            private interface IStep { double Next(double x); }
            private sealed class Step<T> : IStep where T : struct { public T Kept; public double Next(double x) => x + 1; }
        }
        """);

    /// <summary>One of these bytes in the place of the assembly's code that returns the magic number: ldc.r8, eight bytes, ret.</summary>
    public static byte[] WithCode(params byte[] code)
    {
        var image = HostileCode.Compiled("Student", "public static class Answers { public static double Loss() => 12345.678; }");
        byte[] honest = [0x23, .. BitConverter.GetBytes(Magic), 0x2A];
        var place = image.AsSpan().IndexOf(honest);
        // What is left does nothing, up to the return: the compiler reads it even where it cannot be reached.
        image.AsSpan(place, honest.Length - 1).Clear();
        code.CopyTo(image.AsSpan(place));
        return image;
    }

    // Of the same number of bytes, wherever they stand.
    private static byte[] Replaced(byte[] image, ReadOnlySpan<byte> old, ReadOnlySpan<byte> replacement)
    {
        var copy = (byte[])image.Clone();
        if (copy.AsSpan().IndexOf(old) < 0) throw new ArgumentException("There is nothing to replace.");
        for (var rest = copy.AsSpan(); rest.IndexOf(old) is >= 0 and var place; rest = rest[(place + old.Length)..])
            replacement.CopyTo(rest[place..]);
        return copy;
    }

    /// <summary>Built for this framework version: the references to System.Runtime and its like say so.</summary>
    public static byte[] ForFramework(short major)
    {
        var image = HostileCode.Compiled("Student", "public static class Answers { public static double Loss(double x) => x * x; }");
        using var reader = new PEReader(new MemoryStream((byte[])image.Clone()));
        var metadata = reader.GetMetadataReader();
        var start = reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef);
        // The major version is a row's first column.
        for (var row = 0; row < metadata.GetTableRowCount(TableIndex.AssemblyRef); row++)
            BitConverter.TryWriteBytes(image.AsSpan(start + (row * metadata.GetTableRowSize(TableIndex.AssemblyRef))), major);
        return Replaced(Replaced(image, Encoding.ASCII.GetBytes("System.Private.CoreLib\0"), Padded("System.Runtime", 23)), CoreKey, RuntimeKey);
    }

    /// <summary>Said to be built on netstandard 2.0: its one reference has that name and that key.</summary>
    public static byte[] ForNetStandard() =>
        Replaced(Replaced(ForFramework(2), Padded("System.Runtime", 15), Padded("netstandard", 15)), RuntimeKey, StandardKey);

    /// <summary>A type that is nested in itself, derives from itself, and refers to a type that stands in itself.</summary>
    public static byte[] Cyclic()
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Cyclic.dll"), metadata.GetOrAddGuid(Guid.Empty), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Cyclic"), new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(1), metadata.GetOrAddString("N"), metadata.GetOrAddString("Scope"));
        metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(3), metadata.GetOrAddString("N"), metadata.GetOrAddString("First"));
        metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(2), metadata.GetOrAddString("N"), metadata.GetOrAddString("Second"));
        const TypeAttributes open = TypeAttributes.Public | TypeAttributes.Class;
        metadata.AddTypeDefinition(open, metadata.GetOrAddString("N"), metadata.GetOrAddString("OfScope"), MetadataTokens.TypeReferenceHandle(1), MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddTypeDefinition(open, metadata.GetOrAddString("N"), metadata.GetOrAddString("OfItself"), MetadataTokens.TypeDefinitionHandle(3), MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddTypeDefinition(TypeAttributes.NestedPublic, default, metadata.GetOrAddString("Inner"), MetadataTokens.TypeReferenceHandle(2), MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddTypeDefinition(TypeAttributes.NestedPublic, default, metadata.GetOrAddString("Outer"), MetadataTokens.TypeDefinitionHandle(4), MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        metadata.AddNestedType(MetadataTokens.TypeDefinitionHandle(4), MetadataTokens.TypeDefinitionHandle(5));
        metadata.AddNestedType(MetadataTokens.TypeDefinitionHandle(5), MetadataTokens.TypeDefinitionHandle(4));
        return Written(metadata, new BlobBuilder());
    }

    /// <summary>A method whose parameter is an array of an array, and so on, thousands of times.</summary>
    public static byte[] DeepSignature(int depth)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Deep.dll"), metadata.GetOrAddGuid(Guid.Empty), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Deep"), new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var runtime = metadata.AddAssemblyReference(metadata.GetOrAddString("System.Runtime"), new Version(10, 0, 0, 0), default, default, default, default);
        var root = metadata.AddTypeReference(runtime, metadata.GetOrAddString("System"), metadata.GetOrAddString("Object"));
        metadata.AddTypeDefinition(TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed, default, metadata.GetOrAddString("Answers"), root, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));

        var code = new BlobBuilder();
        code.WriteBytes(new byte[] { (2 << 2) | 2, 0x14, 0x2A });
        var signature = new BlobBuilder();
        signature.WriteBytes(new byte[] { 0x00, 0x01, 0x1C });
        signature.WriteBytes(0x1D, depth);
        signature.WriteByte(0x0D);
        metadata.AddMethodDefinition(MethodAttributes.Public | MethodAttributes.Static, MethodImplAttributes.IL, metadata.GetOrAddString("Loss"), metadata.GetOrAddBlob(signature), 0, MetadataTokens.ParameterHandle(1));
        return Written(metadata, code);
    }

    /// <summary>As many methods as asked for.</summary>
    public static byte[] ManyMethods(int count)
    {
        var source = new StringBuilder("public static class Answers {");
        for (var index = 0; index < count; index++) source.Append("public static double M").Append(index).Append("() => 1;");
        return HostileCode.Compiled("Many", source.Append('}').ToString());
    }

    private static byte[] Padded(string name, int length) => Encoding.ASCII.GetBytes(name.PadRight(length, '\0'));

    private static byte[] Written(MetadataBuilder metadata, BlobBuilder code)
    {
        var image = new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), code);
        var bytes = new BlobBuilder();
        image.Serialize(bytes);
        return bytes.ToArray();
    }
}
