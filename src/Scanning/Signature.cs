using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Scanning;

/// <summary>What a signature mentions: the types by their handles, and whether addresses are among them.</summary>
/// <param name="Types">Tokens of TypeReferences, TypeDefinitions and TypeSpecifications, in order of appearance.</param>
internal sealed record Signature(IReadOnlyList<int> Types, bool HasPointer, bool HasFunctionPointer);

/// <summary>
/// Reads signature blobs (ECMA-335, II.23.2) with a bound on nesting. The framework's decoder calls itself once for each level that the
/// blob claims, so that a blob of a million array marks ends the process.
/// </summary>
internal sealed class SignatureReader(ScanBudget budget)
{
    private readonly List<int> _types = [];
    private bool _pointer;
    private bool _functionPointer;

    /// <exception cref="BadImageFormatException">The blob is no signature of a field, method, property, local variables or generic arguments.</exception>
    public static Signature Read(MetadataReader metadata, BlobHandle blob, ScanBudget budget)
    {
        var reader = new SignatureReader(budget);
        var bytes = metadata.GetBlobReader(blob);
        budget.Spend(bytes.Length);
        reader.ReadWhole(ref bytes);
        return reader.Found;
    }

    /// <summary>The same for the signature of a TypeSpecification, which is a type without a header.</summary>
    public static Signature ReadType(MetadataReader metadata, BlobHandle blob, ScanBudget budget)
    {
        var reader = new SignatureReader(budget);
        var bytes = metadata.GetBlobReader(blob);
        budget.Spend(bytes.Length);
        reader.ReadType(ref bytes, depth: 0);
        return reader.Found;
    }

    private Signature Found => new(_types, _pointer, _functionPointer);

    private void ReadWhole(ref BlobReader bytes)
    {
        var header = bytes.ReadSignatureHeader();
        switch (header.Kind)
        {
            case SignatureKind.Field:
                ReadType(ref bytes, depth: 0);
                break;
            case SignatureKind.Method or SignatureKind.Property:
                ReadMethod(header, ref bytes, depth: 0);
                break;
            case SignatureKind.LocalVariables or SignatureKind.MethodSpecification:
                ReadTypes(bytes.ReadCompressedInteger(), ref bytes, depth: 0);
                break;
            default:
                throw new BadImageFormatException("a signature in it is of no known kind");
        }
    }

    private void ReadMethod(SignatureHeader header, ref BlobReader bytes, int depth)
    {
        if (header.IsGeneric) bytes.ReadCompressedInteger();
        ReadTypes(bytes.ReadCompressedInteger() + 1, ref bytes, depth);
    }

    private void ReadTypes(int count, ref BlobReader bytes, int depth)
    {
        // Each type takes a byte at least: a count beyond the blob ends in its first missing byte.
        for (var read = 0; read < count; read++) ReadType(ref bytes, depth);
    }

    private void ReadType(ref BlobReader bytes, int depth)
    {
        ScanBudget.CheckDepth(depth);
        budget.Spend(1);
        var code = bytes.ReadSignatureTypeCode();
        switch (code)
        {
            case SignatureTypeCode.Pointer:
                _pointer = true;
                ReadType(ref bytes, depth + 1);
                break;
            case SignatureTypeCode.FunctionPointer:
                _functionPointer = true;
                ReadMethod(bytes.ReadSignatureHeader(), ref bytes, depth + 1);
                break;
            case SignatureTypeCode.ByReference or SignatureTypeCode.SZArray or SignatureTypeCode.Pinned or SignatureTypeCode.Sentinel:
                ReadType(ref bytes, depth + 1);
                break;
            case SignatureTypeCode.RequiredModifier or SignatureTypeCode.OptionalModifier:
                Add(bytes.ReadTypeHandle());
                ReadType(ref bytes, depth + 1);
                break;
            case SignatureTypeCode.Array:
                ReadType(ref bytes, depth + 1);
                ReadArrayShape(ref bytes);
                break;
            case SignatureTypeCode.GenericTypeInstance:
                ReadType(ref bytes, depth + 1);
                ReadTypes(bytes.ReadCompressedInteger(), ref bytes, depth + 1);
                break;
            case SignatureTypeCode.GenericTypeParameter or SignatureTypeCode.GenericMethodParameter:
                bytes.ReadCompressedInteger();
                break;
            case SignatureTypeCode.TypeHandle:
                Add(bytes.ReadTypeHandle());
                break;
            case SignatureTypeCode.Invalid:
                throw new BadImageFormatException("a signature in it names no type");
            default:
                break;
        }
    }

    private void Add(EntityHandle type)
    {
        if (type.IsNil) throw new BadImageFormatException("a signature in it names no type");
        _types.Add(MetadataTokens.GetToken(type));
    }

    private static void ReadArrayShape(ref BlobReader bytes)
    {
        bytes.ReadCompressedInteger();
        var sizes = bytes.ReadCompressedInteger();
        for (var read = 0; read < sizes; read++) bytes.ReadCompressedInteger();
        var bounds = bytes.ReadCompressedInteger();
        for (var read = 0; read < bounds; read++) bytes.ReadCompressedSignedInteger();
    }
}
