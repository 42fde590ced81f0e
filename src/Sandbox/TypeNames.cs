namespace Sandbox;

/// <summary>Types as C# writes them, for messages to students.</summary>
internal static class TypeNames
{
    private const int MostNesting = 8;

    public static string Of(Type type) => Of(type, depth: 0);

    private static string Of(Type type, int depth)
    {
        if (depth > MostNesting) return "...";
        if (Keyword(type) is { } keyword) return keyword;
        if (type.IsByRef) return $"ref {Of(type.GetElementType()!, depth + 1)}";
        if (type.IsPointer) return $"{Of(type.GetElementType()!, depth + 1)}*";
        if (type.IsArray) return ArrayName(type, depth);
        if (type.IsGenericParameter) return type.Name;
        return type.IsGenericType ? GenericName(type, depth) : PlainName(type);
    }

    // C# writes the outermost rank first: double[][,] is an array of matrices.
    private static string ArrayName(Type type, int depth)
    {
        var ranks = "";
        while (type.IsArray && depth++ <= MostNesting)
        {
            // One rank with another lower bound is a type of its own.
            ranks += type is { IsVariableBoundArray: true } && type.GetArrayRank() == 1 ? "[*]" : $"[{new string(',', type.GetArrayRank() - 1)}]";
            type = type.GetElementType()!;
        }

        return Of(type, depth) + ranks;
    }

    private static string GenericName(Type type, int depth)
    {
        var arguments = type.GetGenericArguments();
        if (type.GetGenericTypeDefinition() == typeof(Nullable<>)) return $"{Of(arguments[0], depth + 1)}?";
        var list = string.Join(", ", arguments.Select(argument => Of(argument, depth + 1)));
        if (TupleNames.IsTuple(type)) return $"({list})";
        var name = PlainName(type);
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return $"{(tick < 0 ? name : name[..tick])}<{list}>";
    }

    private static string PlainName(Type type) => type.IsNested ? $"{PlainName(type.DeclaringType!)}.{type.Name}" : type.Name;

    private static string? Keyword(Type type) => type.IsEnum ? null : type == typeof(object) ? "object" : type == typeof(void) ? "void" : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.Char => "char",
        TypeCode.Decimal => "decimal",
        TypeCode.Double => "double",
        TypeCode.Int16 => "short",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.SByte => "sbyte",
        TypeCode.Single => "float",
        TypeCode.String => "string",
        TypeCode.UInt16 => "ushort",
        TypeCode.UInt32 => "uint",
        TypeCode.UInt64 => "ulong",
        _ => null,
    };
}
