# Trees that mclust's hc grows, and trees by the formula: writes trees.json beside this file.
#
#     Rscript trees.R      R 4.2.2, mclust 6.0.0, jsonlite 1.8.4
#
# "mclust": all merges, groups counted from 0, of data where no two costs are equal: the rows of iris, faithful and diabetes
#   are on a grid, so each value is moved by less than half a step of it, and "normal" are three normal groups.
#   use "VARS" is the rows as they are, "SVD" what scaledSvd gives. "partition" starts from 30 groups.
# "labels": 2 to 9 clusters of the rows as they are on their grid, where equal costs happen not to matter.
# "formula": VVV on rows as they are, written out below. There mclust grows another tree: hcvvv keeps in the k-th row of
#   a merged group's Cholesky factor its first row, from the k-th entry on ("dcopy( p, r(1,1), p, x(l,1), n)").
#   With that written out too the trees are mclust's, which is asserted here.
suppressMessages({library(mclust); library(jsonlite)})

here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
table <- function(name, columns) {
  unname(as.matrix(read.csv(file.path(here, "../../../../reference/datasets", paste0(name, ".csv")))[, columns]))
}

# Agglomeration with a term for each group, of its count, scatter and trace.
grow <- function(x, term, as.mclust = FALSE) {
  n <- nrow(x); p <- ncol(x)
  count <- rep(1, n); mean <- x; scatter <- rep(list(matrix(0, p, p)), n); trace <- numeric(n)
  terms <- sapply(seq_len(n), function(i) term(1, scatter[[i]], 0))
  left <- rep(TRUE, n); last <- 0; lastScatter <- NULL; merges <- matrix(0L, n - 1, 2)
  together <- function(i, j, own) {
    v <- (mean[i, ] - mean[j, ]) * sqrt(count[i] * count[j] / (count[i] + count[j]))
    list(n = count[i] + count[j], w = own + scatter[[j]] + tcrossprod(v), t = trace[i] + trace[j] + sum(v^2))
  }
  cost <- function(i, j, own) { g <- together(i, j, own); term(g$n, g$w, g$t) - terms[i] - terms[j] }
  kept <- function(w, m) {
    if (!as.mclust) return(w)
    first <- w[1, ] / sqrt(w[1, 1]); r <- matrix(0, p, p)
    for (k in seq_len(min(m - 1, p))) r[k, k:p] <- first[k:p]
    crossprod(r)
  }
  costs <- matrix(Inf, n, n)
  for (j in 2:n) for (i in 1:(j - 1)) costs[i, j] <- cost(i, j, scatter[[i]])
  for (t in seq_len(n - 1)) {
    pair <- arrayInd(which.min(costs), c(n, n)); a <- pair[1]; b <- pair[2]; merges[t, ] <- c(a, b)
    g <- if (b == last) together(b, a, lastScatter) else together(a, b, if (a == last) lastScatter else scatter[[a]])
    terms[a] <- costs[a, b] + terms[a] + terms[b]
    mean[a, ] <- (count[a] * mean[a, ] + count[b] * mean[b, ]) / g$n
    count[a] <- g$n; trace[a] <- g$t; scatter[[a]] <- kept(g$w, g$n)
    last <- a; lastScatter <- g$w; left[b] <- FALSE; costs[b, ] <- Inf; costs[, b] <- Inf
    for (j in which(left)) if (j != a) costs[min(a, j), max(a, j)] <- cost(a, j, lastScatter)
  }
  merges
}

vvv <- function(x, alpha = 1, beta = 1) {
  p <- ncol(x); alpha <- alpha * sum(scale(x, scale = FALSE)^2) / length(x)
  function(n, w, t) { spread <- beta * (t + alpha) / n; n * log(if (n <= p) spread else det(w / n) + spread) }
}

merges <- function(tree) unname(t(unclass(tree)[1:2, ]))

set.seed(1)
grid <- list(iris = table("iris", 1:4), faithful = table("faithful", 1:2), diabetes = table("diabetes", 2:4))
moved <- function(x, steps) round(x + sapply(steps, function(step) runif(nrow(x), -step / 2, step / 2)), 6)
data <- list(
  iris = moved(grid$iris, rep(0.1, 4)), faithful = moved(grid$faithful, c(0.001, 1)),
  diabetes = moved(grid$diabetes, rep(1, 3)),
  normal = round(rbind(matrix(rnorm(150), 50), matrix(rnorm(180, sd = 2), 60) + 3,
                       matrix(rnorm(120), 40) %*% diag(c(3, .5, 1)) - 3), 6))

out <- list(data = data, mclust = list(), labels = list(), formula = list())
for (name in names(data)) for (use in c("VARS", "SVD")) for (model in c("EII", "VII", "EEE", "VVV")) {
  x <- data[[name]]
  tree <- hc(x, modelName = model, use = use, partition = seq_len(nrow(x)))
  entry <- list(data = unbox(name), use = unbox(use), model = unbox(model))
  if (model == "VVV" && use == "VARS") {
    ours <- grow(x, vvv(x))
    same <- identical(merges(tree) + 0, ours + 0)
    cat(name, if (same) "is the formula's\n" else "is not the formula's\n")
    if (!same) stopifnot(merges(tree) == grow(x, vvv(x), as.mclust = TRUE))
    out$formula[[length(out$formula) + 1]] <- c(entry, list(merges = ours - 1))
  } else {
    out$mclust[[length(out$mclust) + 1]] <- c(entry, list(merges = merges(tree) - 1))
    if (model != "EII" && use == "SVD") {
      groups <- as.vector(hclass(hc(x, modelName = "EII", use = use, partition = seq_len(nrow(x))), 30))
      tree <- hc(x, modelName = model, use = use, partition = groups)
      out$mclust[[length(out$mclust) + 1]] <- c(entry, list(partition = groups - 1, merges = merges(tree) - 1))
    }
  }
}
for (name in names(grid)) for (model in c("EII", "VII", "EEE", "VVV")) {
  if (name == "faithful" && model != "EEE" && model != "EII") next
  x <- grid[[name]]
  tree <- hc(x, modelName = model, use = "SVD", partition = seq_len(nrow(x)))
  out$labels[[length(out$labels) + 1]] <-
    list(data = unbox(name), model = unbox(model), labels = unname(t(hclass(tree, 2:9))) - 1)
}
write(toJSON(out, digits = I(15)), file.path(here, "trees.json"))
