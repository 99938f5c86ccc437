# BIC and ICL by mclust (Debian's r-cran-mclust, r-cran-jsonlite) on the four classic models.
# usage: Rscript mclust_criteria.R > mclust-criteria.json   (in this folder)
#   fromClasses: EM from one M-step on the hard labels of the class column, run until nothing moves
#   tables:      mclustBIC and mclustICL over 1..9 components, from mclust's own hierarchical start
#   optima:      the same, run until nothing moves (mclust stops when a step gains less than 1e-5 of the
#                likelihood, so in the tables a little is lacking at the same optimum)
# mclust's BIC and ICL are 2 loglik - df log(n) [+ 2 sum log max posterior]: larger is better.
suppressMessages({library(mclust); library(jsonlite)})
models <- c(full = "VVV", tied = "EEE", diag = "VVI", spherical = "VII")
out <- list(mclust = as.character(packageVersion("mclust")), cases = list())
until_still <- emControl(tol = c(1e-15, 1e-15), itmax = c(50000, 50000))
criteria <- function(x, model, z) {
  fit <- me(data = x, modelName = model, z = z, control = until_still)
  posterior <- estep(x, modelName = model, parameters = fit$parameters)$z
  value <- bic(model, fit$loglik, nrow(x), ncol(x), ncol(z))
  list(components = ncol(z), logLikelihood = fit$loglik, logMaxPosterior = sum(log(apply(posterior, 1, max))),
       parameters = nMclustParams(model, ncol(x), ncol(z)), bic = value,
       icl = icl(structure(list(n = nrow(x), z = posterior, bic = value), class = "Mclust")))
}
tables <- function(x, model, ...) {
  column <- function(table) unname(unclass(table)[, 1])
  list(bic = column(mclustBIC(x, modelNames = model, verbose = FALSE, ...)),
       icl = column(mclustICL(x, modelNames = model, verbose = FALSE, ...)))
}
for (set in list(c("iris", "species"), c("diabetes", "class"))) {
  data <- read.csv(file.path("../../../../reference/datasets", paste0(set[1], ".csv")))
  x <- as.matrix(data[sapply(data, is.numeric)])
  z <- unmap(factor(data[[set[2]]]))
  for (name in names(models)) {
    model <- models[[name]]
    out$cases[[length(out$cases) + 1]] <- list(
      dataset = set[1], classColumn = set[2], model = model, covariance = name, rows = nrow(x),
      fromClasses = criteria(x, model, z),
      tables = tables(x, model),
      optima = tables(x, model, control = until_still))
  }
}
cat(toJSON(out, digits = 15, auto_unbox = TRUE, na = "null", pretty = TRUE))
