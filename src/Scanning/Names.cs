using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Scanning;

/// <summary>Names as students write them, from tables that may lead in circles.</summary>
internal sealed class Names(MetadataReader metadata, ScanBudget budget)
{
    private readonly Dictionary<int, ApiName> _types = [];

    /// <summary>The type's name; the scope of a nested type is the type around it.</summary>
    /// <exception cref="BadImageFormatException">The scopes lead in a circle, or a name is too long.</exception>
    public ApiName Of(TypeReferenceHandle handle)
    {
        var token = MetadataTokens.GetToken(handle);
        if (_types.TryGetValue(token, out var known)) return known;
        var segments = new List<string>();
        var type = metadata.GetTypeReference(handle);
        segments.Add(WithoutArity(Text(type.Name)));
        while (type.ResolutionScope.Kind == HandleKind.TypeReference && !type.ResolutionScope.IsNil)
        {
            ScanBudget.CheckDepth(segments.Count);
            type = metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
            segments.Add(WithoutArity(Text(type.Name)));
        }

        segments.Reverse();
        var scope = Text(type.Namespace);
        var name = segments.Count == 1 ? segments[0] : string.Join('.', segments);
        return _types[token] = new(scope, scope.Length == 0 ? name : $"{scope}.{name}", null);
    }

    /// <summary>Whether the reference leads back into the file itself.</summary>
    public bool IsOwn(TypeReferenceHandle handle)
    {
        var scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.IsNil || scope.Kind == HandleKind.ModuleDefinition;
    }

    /// <summary>The member, or null where its parent is a type of the file itself, an array or a type parameter.</summary>
    public ApiName? Of(MemberReference member)
    {
        var name = Text(member.Name).TrimStart('.');
        if (name is "ctor" or "cctor") name = "#" + name;
        return OuterType(member.Parent) is { } type ? Of(type) with { Member = name } : null;
    }

    /// <summary>The library type that a parent is or is an instance of.</summary>
    public TypeReferenceHandle? OuterType(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference) return IsOwn((TypeReferenceHandle)parent) ? null : (TypeReferenceHandle)parent;
        if (parent.Kind != HandleKind.TypeSpecification) return null;
        var bytes = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (bytes.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance || bytes.ReadSignatureTypeCode() != SignatureTypeCode.TypeHandle) return null;
        var type = bytes.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference && !IsOwn((TypeReferenceHandle)type) ? (TypeReferenceHandle)type : null;
    }

    /// <summary>The method as its author knows it: what the compiler made of a lambda, an iterator or a property goes by the name around it.</summary>
    public string Of(MethodDefinition method)
    {
        var name = Text(method.Name);
        var type = TypeNames(method.GetDeclaringType());
        var written = type.Select(Written).Append(Written(name)).OfType<string>().Select(WithoutArity).ToList();
        var own = type.TakeWhile(segment => !segment.StartsWith('<')).Select(WithoutArity).ToList();
        if (name is ".ctor") return $"The constructor of {string.Join('.', own)}";
        if (name is ".cctor") return own.Count == 0 ? "Code that runs at loading" : $"The initial values of {string.Join('.', own)}";
        var inner = type.Append(name).Where(segment => segment.StartsWith('<')).Select(Written).OfType<string>().FirstOrDefault();
        var last = inner ?? written.LastOrDefault() ?? name;
        return string.Join('.', own.Append(last));
    }

    public string Of(TypeDefinitionHandle type)
    {
        var segments = TypeNames(type);
        for (var index = 0; index < segments.Count; index++) segments[index] = WithoutArity(Written(segments[index]) ?? segments[index]);
        return segments.Count == 1 ? segments[0] : string.Join('.', segments);
    }

    /// <summary>Whether the compiler made this type for its own helpers.</summary>
    public bool IsCompilerHelper(TypeDefinitionHandle type) =>
        !type.IsNil && TypeNames(type) is [var outer, ..] && outer.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);

    private List<string> TypeNames(TypeDefinitionHandle handle)
    {
        var names = new List<string>();
        while (!handle.IsNil)
        {
            ScanBudget.CheckDepth(names.Count);
            var type = metadata.GetTypeDefinition(handle);
            var name = Text(type.Name);
            if (name != "<Module>") names.Add(name);
            handle = type.GetDeclaringType();
        }

        names.Reverse();
        return names;
    }

    public string Text(StringHandle handle)
    {
        budget.SpendName(metadata.GetBlobReader(handle).Length);
        return metadata.GetString(handle);
    }

    /// <summary>What stands between the angle brackets of a name the compiler made; the name itself without them; null where there is nothing.</summary>
    private static string? Written(string name)
    {
        if (!name.StartsWith('<'))
        {
            return name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name[4..] : name;
        }

        var end = name.IndexOf('>', StringComparison.Ordinal);
        return end > 1 ? name[1..end] : null;
    }

    /// <summary>Whether a method's name has a mark that no program can write.</summary>
    // A loop, as below: the framework's searches are made for long texts, and their first use takes longer than all the names.
    public static bool IsCompilersOwn(string name)
    {
        foreach (var character in name)
        {
            if (character == '<') return true;
        }

        return false;
    }

    private static string WithoutArity(string name)
    {
        var end = name.Length;
        while (end > 0 && char.IsAsciiDigit(name[end - 1])) end--;
        return end > 1 && end < name.Length && name[end - 1] == '`' ? name[..(end - 1)] : name;
    }
}
